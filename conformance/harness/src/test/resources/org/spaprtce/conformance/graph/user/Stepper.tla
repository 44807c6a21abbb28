------------------------------- MODULE Stepper --------------------------------
EXTENDS Integers
CONSTANT Size
VARIABLE at
Step(d) == at' = at + d
Either == Step(Size) \/ Step(2 * Size)
Stay == UNCHANGED at
===============================================================================
