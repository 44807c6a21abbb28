import org.jspecify.annotations.NullMarked;

/**
 * The sPAPR TCE v2 interface for words of 64 bits: commands in, outcomes and a table of TCEs out.
 */
@NullMarked
module org.spaprtce {
  requires static transitive org.jspecify;
  requires org.apache.commons.lang3;

  exports org.spaprtce;
  exports org.spaprtce.platform;
}
