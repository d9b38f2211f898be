package fr.faireavec.library.web;

import java.util.UUID;

import fr.faireavec.web.KeyedForm;
import org.jspecify.annotations.Nullable;

/** For which of one's structures an action of the library is planned. */
class TakeUpForm extends KeyedForm {

	public @Nullable UUID enrolment;

}
