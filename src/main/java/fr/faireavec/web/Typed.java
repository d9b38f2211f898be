package fr.faireavec.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Telephone;

/**
 * What a field of a form holds: it is cleaned as such before any rule looks at it, or
 * refused beside it with the character to blame.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Typed {

	As value();

	/** The kinds of one-line texts. */
	enum As {

		/** One line of anything: a title, a place. */
		LINE {
			@Override
			String read(String field, String typed) {
				return CleanText.line(typed);
			}
		},

		/** What somebody is called. */
		NAME {
			@Override
			String read(String field, String typed) {
				return PersonName.read(field, typed);
			}
		},

		/** What somebody is called, perhaps with what they do. */
		NAME_AND_FUNCTION {
			@Override
			String read(String field, String typed) {
				return PersonName.withFunction(field, typed);
			}
		},

		/** A mailbox; may be blank. */
		EMAIL {
			@Override
			String read(String field, String typed) {
				String address = EmailAddress.read(field, typed);
				return (address != null) ? address : "";
			}
		},

		/** A number to call; may be blank. */
		TELEPHONE {
			@Override
			String read(String field, String typed) {
				String number = Telephone.read(field, typed);
				return (number != null) ? number : "";
			}
		};

		abstract String read(String field, String typed);

	}

}
