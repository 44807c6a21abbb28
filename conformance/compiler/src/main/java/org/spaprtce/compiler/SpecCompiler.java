package org.spaprtce.compiler;

import java.nio.file.Path;
import java.util.Set;
import org.spaprtce.compiler.back.JavaBackend;
import org.spaprtce.compiler.front.SpecReader;

/** Compiles a TLA+ module to the text of a Java class. */
public final class SpecCompiler {
  private SpecCompiler() {}

  /**
   * Compiles a module together with the modules that it extends, which stand in the same folder.
   * The same text gives the same class.
   *
   * @param spec the file of the root module
   * @param className the fully qualified name of the class
   * @param tlcOnly operators that are left out; a name that no operator has is a problem
   * @return the text of a class over {@code org.spaprtce.oracle.runtime}
   * @throws CompileException with a position for each construct outside the subset
   */
  public static String compile(Path spec, String className, Set<String> tlcOnly) {
    return compile(spec, className, Options.NONE.withTlcOnly(tlcOnly));
  }

  /**
   * Compiles a module together with the modules that it extends, which stand in the same folder or
   * in the library.
   *
   * @param spec the file of the root module
   * @param className the fully qualified name of the class
   * @return the text of a class over {@code org.spaprtce.oracle.runtime}
   * @throws CompileException with a position for each construct outside the subset
   */
  public static String compile(Path spec, String className, Options options) {
    return JavaBackend.write(SpecReader.read(spec, options), className);
  }
}
