package fr.faireavec.accounts.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.validation.constraints.Size;

/** The optional letters somebody wants. */
class NotificationForm {

	@Size(max = 100)
	private List<String> kinds = new ArrayList<>();

	static NotificationForm of(Collection<String> received) {
		NotificationForm form = new NotificationForm();
		form.kinds = new ArrayList<>(received);
		return form;
	}

	public List<String> getKinds() {
		return this.kinds;
	}

	public void setKinds(List<String> kinds) {
		this.kinds = kinds;
	}

}
