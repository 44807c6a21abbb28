---- MODULE Left ----
LOCAL I == INSTANCE Inner WITH K <- 1
LeftValue == I!Above
====
