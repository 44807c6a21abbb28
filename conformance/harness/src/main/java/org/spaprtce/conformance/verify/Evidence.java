package org.spaprtce.conformance.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.graph.Certifier;

/**
 * The report of a verification, as it is written to {@code report.json}.
 *
 * @param passed whether every part passed
 * @param seconds wall time
 * @param models what TLC answered for each model
 * @param oracle what the compiler made of the norm
 * @param graphs the comparison of state graphs
 * @param controls wrong oracles, each of which the comparison must find
 * @param certificates every model of the small suite, compiled, against TLC; none if not asked for
 * @param expressions random expressions, evaluated by both; null if not asked for
 * @param faults faulty compilers, each of which one of the two must find
 * @param property the random sequences
 * @param walks the implementation, taken through the small models
 * @param sweep the implementation, with everything around it made to fail in turn
 * @param recordings the recordings, judged
 */
public record Evidence(
    boolean passed,
    double seconds,
    List<ModelEvidence> models,
    OracleEvidence oracle,
    List<GraphEvidence> graphs,
    List<ControlEvidence> controls,
    List<CertificateEvidence> certificates,
    @Nullable ExpressionEvidence expressions,
    List<ControlEvidence> faults,
    PropertyEvidence property,
    List<WalkEvidence> walks,
    SweepEvidence sweep,
    List<RecordingEvidence> recordings) {
  /** Copies the lists. */
  public Evidence {
    models = List.copyOf(models);
    graphs = List.copyOf(graphs);
    controls = List.copyOf(controls);
    certificates = List.copyOf(certificates);
    faults = List.copyOf(faults);
    walks = List.copyOf(walks);
    recordings = List.copyOf(recordings);
  }

  /**
   * One model.
   *
   * @param passed whether TLC answered as the manifest says
   * @param name the model
   * @param kind HOLDS, FAULT, QUIRK, BAIT or GRAPH
   * @param purpose what it is for
   * @param violated the property that TLC named, or an empty text
   * @param distinctStates the states that TLC found
   * @param depth the depth of its search
   * @param seconds wall time
   * @param differences where the answer differs from the manifest
   */
  public record ModelEvidence(
      boolean passed,
      String name,
      String kind,
      String purpose,
      String violated,
      long distinctStates,
      int depth,
      double seconds,
      List<String> differences) {
    /** Copies the list. */
    public ModelEvidence {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The compiled norm.
   *
   * @param passed whether the compiler, run anew on the norm, gives the oracle in use to the byte
   * @param module its class
   * @param lines the lines of its text
   * @param sha256 the digest of its text
   * @param invariants the invariants that it evaluates
   */
  public record OracleEvidence(
      boolean passed, String module, long lines, String sha256, List<String> invariants) {
    /** Copies the list. */
    public OracleEvidence {
      invariants = List.copyOf(invariants);
    }
  }

  /**
   * One comparison of state graphs.
   *
   * @param passed whether the graphs are equal and every result of every command is in them
   * @param model the model
   * @param distinctStates the states
   * @param distinctEdges the labelled transitions
   * @param digest SHA-256 of the graph
   * @param differences the first differences
   */
  public record GraphEvidence(
      boolean passed,
      String model,
      int distinctStates,
      long distinctEdges,
      String digest,
      List<String> differences) {
    /** Copies the list. */
    public GraphEvidence {
      differences = List.copyOf(differences);
    }
  }

  /**
   * One wrong oracle.
   *
   * @param passed whether the comparison found it
   * @param damage what is wrong with it
   * @param foundBy the model whose graphs differ, or an empty text
   * @param firstDifference the first difference that was found, or an empty text
   */
  public record ControlEvidence(
      boolean passed, String damage, String foundBy, String firstDifference) {}

  /**
   * One model, compiled.
   *
   * @param passed whether its graph is TLC's
   * @param model the model
   * @param whole whether the graph is complete; otherwise it is TLC's breadth-first search up to
   *     the states given here
   * @param states the states that TLC keeps: with a view or a symmetry, one for each class
   * @param met the states that its transitions lead to, with the values of all variables
   * @param edges the labelled transitions
   * @param tlcDigest SHA-256 of TLC's graph
   * @param compiledDigest SHA-256 of the compiled model's graph
   * @param differences the first differences, or why nothing was compared
   */
  public record CertificateEvidence(
      boolean passed,
      String model,
      boolean whole,
      int states,
      int met,
      long edges,
      String tlcDigest,
      String compiledDigest,
      List<String> differences) {
    /** Copies the list. */
    public CertificateEvidence {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The certificate of the oracle, as it is written to {@code oracle-certificate.json}.
   *
   * @param tlc the version of TLC
   * @param java the version of Java
   * @param sha256 the digest of the oracle in use
   * @param models every model of the small suite
   */
  public record Certificate(
      String tlc, String java, String sha256, List<CertificateEvidence> models) {
    /** Copies the list. */
    public Certificate {
      models = List.copyOf(models);
    }
  }

  /** The certificate that this evidence amounts to. */
  public Certificate certificate() {
    return new Certificate(
        Certifier.versionOfTlc(),
        System.getProperty("java.version", ""),
        oracle.sha256(),
        certificates);
  }

  /**
   * The random expressions.
   *
   * @param passed whether all answers were the same, and all kinds of answers were reached
   * @param seed the seed
   * @param count how many expressions
   * @param mismatched how many had different answers
   * @param operators in how many each operator occurs
   * @param values how many had a value of each kind
   * @param failures how many had none, by the reason
   * @param mismatches the first differences, shrunk
   * @param rare what was reached too rarely
   */
  public record ExpressionEvidence(
      boolean passed,
      long seed,
      long count,
      long mismatched,
      Map<String, Long> operators,
      Map<String, Long> values,
      Map<String, Long> failures,
      List<String> mismatches,
      List<String> rare) {
    /** Copies the collections. */
    public ExpressionEvidence {
      operators = Map.copyOf(operators);
      values = Map.copyOf(values);
      failures = Map.copyOf(failures);
      mismatches = List.copyOf(mismatches);
      rare = List.copyOf(rare);
    }
  }

  /**
   * The random sequences.
   *
   * @param passed whether none diverged, every clause that can decide did so often, and none that
   *     cannot did
   * @param seed the seed
   * @param sequences the number of sequences
   * @param steps the number of calls
   * @param answers how often each command gave each answer by which clause, and had which effect
   * @param divergence the shortest diverging sequence, or an empty text
   * @param rare what was met too rarely, or should not have been met
   * @param rarest what was met least often of all that must be met
   * @param unreachable the checks that cannot decide, with the reason
   */
  public record PropertyEvidence(
      boolean passed,
      long seed,
      long sequences,
      long steps,
      Map<String, Map<String, Long>> answers,
      String divergence,
      List<String> rare,
      List<String> rarest,
      Map<String, String> unreachable) {
    /** Copies the collections. */
    public PropertyEvidence {
      answers = Map.copyOf(answers);
      rare = List.copyOf(rare);
      rarest = List.copyOf(rarest);
      unreachable = Map.copyOf(unreachable);
    }
  }

  /**
   * The implementation in one small model.
   *
   * @param passed whether every transition was taken, or is another answer to the same command, and
   *     nothing differed
   * @param model the model
   * @param states the states that the implementation was driven into
   * @param transitions the labelled transitions that it took
   * @param refusals those of them that are refusals
   * @param alternatives the transitions that are other answers, which the norm allows beside
   * @param allTransitions the labelled transitions of the model
   * @param differences the first difference
   */
  public record WalkEvidence(
      boolean passed,
      String model,
      int states,
      long transitions,
      long refusals,
      long alternatives,
      long allTransitions,
      List<String> differences) {
    /** Copies the list. */
    public WalkEvidence {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The implementation while something around it fails.
   *
   * @param passed whether nothing differed and nothing was left behind, and a seeded leak was found
   * @param situations the prepared states
   * @param refused by command and step of its environment, the failures that refused it
   * @param failed by command and port, the calls of the host that were made to fail
   * @param thrown by command and port, the calls that were made to throw
   * @param leakFound whether an implementation that leaks is found
   * @param differences the first differences
   */
  public record SweepEvidence(
      boolean passed,
      int situations,
      Map<String, Map<String, Long>> refused,
      Map<String, Map<String, Long>> failed,
      Map<String, Map<String, Long>> thrown,
      boolean leakFound,
      List<String> differences) {
    /** Copies the collections. */
    public SweepEvidence {
      refused = Map.copyOf(refused);
      failed = Map.copyOf(failed);
      thrown = Map.copyOf(thrown);
      differences = List.copyOf(differences);
    }
  }

  /**
   * One recording, judged by one profile.
   *
   * @param passed whether the numbers are those that are on record for this file and profile
   * @param file the file, below the folder of recordings
   * @param profile the name of the profile, empty if the file was not judged
   * @param operations the operations in it
   * @param agreed those with an outcome that the profile allows
   * @param diverged those with another
   * @param notCovered those that are not judged
   * @param divergedByQuirk the divergences by the quirks that explain them
   * @param differences where the numbers differ from those on record
   */
  public record RecordingEvidence(
      boolean passed,
      String file,
      String profile,
      int operations,
      int agreed,
      int diverged,
      int notCovered,
      Map<String, Integer> divergedByQuirk,
      List<String> differences) {
    /** Copies the collections. */
    public RecordingEvidence {
      divergedByQuirk = Map.copyOf(divergedByQuirk);
      differences = List.copyOf(differences);
    }
  }
}
