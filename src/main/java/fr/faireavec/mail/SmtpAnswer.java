package fr.faireavec.mail;

import java.util.Locale;

import fr.faireavec.kernel.OneLine;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server's « no » means. A 5xx about the recipient or the message is for
 * good; one about our own address or credentials is for us to mend, and everything else
 * may pass.
 */
final class SmtpAnswer {

	private SmtpAnswer() {
	}

	static Delivery read(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof SMTPAddressFailedException refused) {
				return answer(refused.getReturnCode(), refused, true);
			}
		}
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
				String command = String.valueOf(refused.getCommand()).toUpperCase(Locale.ROOT);
				boolean ours = command.startsWith("MAIL") || command.startsWith("EHLO") || command.startsWith("HELO");
				return answer(refused.getReturnCode(), refused, !ours);
			}
		}
		return nobodyThere(failure);
	}

	static Delivery nobodyThere(Exception failure) {
		return new Delivery.Later(words(failure), true);
	}

	private static Delivery answer(int code, Exception refused, boolean aboutTheLetter) {
		if (code >= 500 && code < 600 && aboutTheLetter) {
			return new Delivery.Refused(Integer.toString(code), words(refused));
		}
		return new Delivery.Later(code + " " + words(refused), !aboutTheLetter);
	}

	private static String words(Throwable failure) {
		String message = failure.getMessage();
		return OneLine.of((message != null) ? message : failure.getClass().getSimpleName());
	}

	private static @Nullable Throwable next(Throwable failure) {
		Throwable next = (failure instanceof MessagingException mail) ? mail.getNextException() : null;
		return (next != null) ? next : failure.getCause();
	}

}
