package org.spaprtce.conformance.recording;

import java.util.List;
import java.util.Set;

/** The names of the error numbers of Linux, as most architectures number them. */
final class Errnos {
  /** The names of the errors from 1 on; {@code -} where a number has none of its own. */
  private static final List<String> NAMES =
      List.of(
          """
          EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT
          ENOTBLK EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG
          ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY
          ELOOP - ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR
          EXFULL ENOANO EBADRQC EBADSLT EDEADLOCK EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG
          EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD
          EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK
          EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP
          EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET
          ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT
          ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL
          EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED
          EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON
          """
              .split("\\s+"));

  private static final Set<String> KNOWN = Set.copyOf(NAMES);

  private Errnos() {}

  /** Whether an error is called so. */
  static boolean isName(String name) {
    return !name.equals("-") && KNOWN.contains(name);
  }

  /** The name of an error, or {@code errno N} for one without a name. */
  static String name(long number) {
    if (number < 1 || number > NAMES.size() || NAMES.get((int) number - 1).equals("-")) {
      return "errno " + number;
    }
    return NAMES.get((int) number - 1);
  }
}
