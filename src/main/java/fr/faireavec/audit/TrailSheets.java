package fr.faireavec.audit;

import java.util.Map;

import fr.faireavec.kernel.SheetHolder;

import org.springframework.stereotype.Component;

/** The audit never changes: who did what then did it on the sheet of then. */
@Component
class TrailSheets implements SheetHolder {

	@Override
	public Map<String, String> staying() {
		return Map.of("audit_row.actor_id", "what was written in the audit never changes; it is read by both sheets");
	}

}
