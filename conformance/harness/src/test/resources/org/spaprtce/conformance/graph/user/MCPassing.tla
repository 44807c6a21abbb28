---- MODULE MCPassing ----
EXTENDS Passing
Constants == [Most |-> Most]
====
