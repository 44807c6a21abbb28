---- MODULE Right ----
LOCAL I == INSTANCE Inner WITH K <- 2
RightValue == I!Above
====
