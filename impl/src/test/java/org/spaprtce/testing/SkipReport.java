package org.spaprtce.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints, after the tests of a class, how many ran, how many were skipped, and why. */
public final class SkipReport implements TestWatcher, AfterAllCallback {

  private final List<String> skipped = new ArrayList<>();
  private int run;

  @Override
  public void testSuccessful(ExtensionContext context) {
    run++;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    run++;
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    skip(context, String.valueOf(cause.getMessage()));
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    skip(context, reason.orElse("disabled"));
  }

  private void skip(ExtensionContext context, String reason) {
    skipped.add(context.getRequiredTestMethod().getName() + ": " + reason);
  }

  /** {@return the report of a class} */
  String format(String name) {
    var text = new StringBuilder("%s: %d run, %d skipped".formatted(name, run, skipped.size()));
    skipped.forEach(reason -> text.append("\n  skipped ").append(reason));
    return text.toString();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.out.println(format(context.getRequiredTestClass().getSimpleName()));
  }
}
