package org.spaprtce.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spaprtce.conformance.norm.Cast;

class NamesTest {
  private final Names.Known known = new Names.Known();
  private final Names names = new Names(known);

  @Test
  void container_free_isGivenAgain() {
    Cast before = names.cast();
    assertEquals("container-1", names.container(_ -> true));
    assertEquals("container-2", names.container(name -> !name.equals("container-1")));
    assertSame(before, names.cast());
  }

  @Test
  void container_noneFree_doubles() {
    assertEquals("container-3", names.container(_ -> false));
    assertEquals(
        List.of("container-1", "container-2", "container-3", "container-4"),
        names.cast().containers());
  }

  @Test
  void container_noneFree_isAnotherOneUpToTheMost() {
    for (int i = 3; i <= 127; i++) {
      String last = "container-" + i;
      assertEquals(last, names.container(name -> name.equals(last)));
    }
    assertEquals(127, names.cast().containers().size());
  }

  @Test
  void child_isNeverTheProcess() {
    assertEquals("child-1", names.child(_ -> true));
    assertEquals("child-2", names.child(_ -> false));
    assertEquals(List.of(Names.PROCESS, "child-1", "child-2", "child-3"), names.cast().processes());
  }

  @Test
  void group_isKnownToLaterSequences() {
    names.group("group-1");
    names.group("group-0");
    names.group("group-1");
    assertEquals(List.of("group-0", "group-1"), names.cast().groups());
    assertEquals(names.cast(), new Names(known).cast());
  }

  @Test
  void group_ofMany_isNotKnownToLaterSequences() {
    for (int i = 0; i < 20; i++) {
      names.group("group-" + i);
    }
    assertEquals(20, names.cast().groups().size());
    assertEquals(8, new Names(known).cast().groups().size());
  }
}
