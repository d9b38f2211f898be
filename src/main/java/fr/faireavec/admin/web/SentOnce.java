package fr.faireavec.admin.web;

import fr.faireavec.web.KeyedForm;

/** Names a letter, so that a button pressed twice sends one. */
class SentOnce extends KeyedForm {

}
