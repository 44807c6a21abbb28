package org.spaprtce.conformance.judge;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spaprtce.conformance.norm.Cast;
import org.spaprtce.conformance.norm.Machine;
import org.spaprtce.conformance.norm.NormConstants;

/**
 * The rules on one machine for every cast. It remembers those that were asked for last; it is for
 * one thread.
 */
final class Rulebook {
  private static final int REMEMBERED = 16;

  private final Machine machine;
  private final BigInteger pageSize;
  private final Recent<Cast, Chapter> chapters = new Recent<>(REMEMBERED);

  /**
   * The rules on a machine.
   *
   * @param pageSize bytes of a page of the host
   */
  Rulebook(Machine machine, long pageSize) {
    this.machine = machine;
    this.pageSize = BigInteger.valueOf(pageSize);
  }

  /** The rules for a cast. */
  Chapter of(Cast cast) {
    return chapters.get(cast, _ -> new Chapter(NormConstants.of(cast, machine, pageSize)));
  }

  /** What was made for the keys that were asked for last. */
  static final class Recent<K, V> {
    private final int most;
    private @Nullable K lastKey;
    private @Nullable V lastValue;
    private final LinkedHashMap<K, V> made = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing is made yet.
     *
     * @param most how much is remembered
     */
    Recent(int most) {
      this.most = most;
    }

    @SuppressWarnings("ReferenceEquality") // a quick answer: other keys are looked up
    V get(K key, Function<K, V> make) {
      V again = lastValue;
      if (key == lastKey && again != null) {
        return again;
      }
      V value = made.get(key);
      if (value == null) {
        value = make.apply(key);
        made.put(key, value);
        if (made.size() > most) {
          made.pollFirstEntry();
        }
      }
      lastKey = key;
      lastValue = value;
      return value;
    }
  }
}
