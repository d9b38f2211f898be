package fr.faireavec.admin.web;

import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Everybody;
import fr.faireavec.admin.PersonSheet;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.audit.AuditWording;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one person shows. */
@Component
class PersonPages {

	private static final int HISTORY = 30;

	private final Everybody everybody;

	private final AuditTrail trail;

	private final AuditWording wording;

	private final RoleWords words;

	PersonPages(Everybody everybody, AuditTrail trail, AuditWording wording, RoleWords words) {
		this.everybody = everybody;
		this.trail = trail;
		this.wording = wording;
		this.words = words;
	}

	PersonSheet sheet(UUID personId) {
		return this.everybody.sheet(personId).orElseThrow(NotFound::new);
	}

	RoleForm role(PersonSheet sheet) {
		return RoleForm.of(sheet).speaking(this.words.byCode());
	}

	void speak(RoleForm form) {
		form.speaking(this.words.byCode());
	}

	String show(Viewer viewer, UUID personId, Model model) {
		model.addAttribute("sheet", sheet(personId));
		model.addAttribute("own", viewer.personId().equals(personId));
		model.addAttribute("roles", this.words.all());
		model.addAttribute("letter", Ids.next());
		model.addAttribute("history", this.wording.lines(this.trail.about(personId, HISTORY)));
		return "admin/account";
	}

}
