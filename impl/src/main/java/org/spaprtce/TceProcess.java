package org.spaprtce;

import org.spaprtce.engine.AddressSpace;

/**
 * A process that uses the interface: an address space with pre-registered memory and locked_vm.
 *
 * <p>Any number of threads may call it.
 */
public final class TceProcess {

  private final AddressSpace addressSpace;

  TceProcess(AddressSpace addressSpace) {
    this.addressSpace = addressSpace;
  }

  /** {@return the number of this process} */
  public ProcessId id() {
    return addressSpace.id();
  }

  /**
   * Sets the pages of locked_vm that something else than this interface charged, like mlock().
   *
   * @param pages any number of pages of the host, unsigned
   * @clause ACC-1
   */
  public void setLockedElsewhere(long pages) {
    addressSpace.setLockedElsewhere(pages);
  }

  AddressSpace addressSpace() {
    return addressSpace;
  }
}
