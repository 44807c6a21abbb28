package org.spaprtce.conformance.graph;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one class from text against the running class path, without a file. */
public final class MemoryCompiler {
  private MemoryCompiler() {}

  /** The class, in a loader that sees everything else as the running program does. */
  public static Class<?> compile(String className, String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException(
          "java.home=" + System.getProperty("java.home") + " has no javac");
    }
    StringWriter messages = new StringWriter();
    Outputs outputs = new Outputs(compiler.getStandardFileManager(null, null, null));
    List<String> options =
        List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
    boolean compiled =
        compiler
            .getTask(messages, outputs, null, options, null, List.of(new Source(className, text)))
            .call();
    if (!compiled) {
      throw new IllegalStateException("class=" + className + "\n" + messages);
    }
    try {
      return new Loader(outputs.classes).loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class=" + className, e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String className) {
      super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> classes = new HashMap<>();

    Outputs(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return classes.computeIfAbsent(className, Output::new);
    }
  }

  /** Defines the compiled classes itself before it asks its parent, which has the sound ones. */
  private static final class Loader extends ClassLoader {
    private final Map<String, Output> classes;

    Loader(Map<String, Output> classes) {
      super(MemoryCompiler.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Output output = classes.get(name);
      if (output == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        byte[] code = output.bytes.toByteArray();
        return loaded != null ? loaded : defineClass(name, code, 0, code.length);
      }
    }
  }
}
