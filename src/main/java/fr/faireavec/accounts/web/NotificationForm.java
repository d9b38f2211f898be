package fr.faireavec.accounts.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.validation.constraints.Size;

/** The optional letters somebody wants. */
class NotificationForm {

	@Size(max = 100)
	public List<String> kinds = new ArrayList<>();

	static NotificationForm of(Collection<String> received) {
		NotificationForm form = new NotificationForm();
		form.kinds = new ArrayList<>(received);
		return form;
	}

}
