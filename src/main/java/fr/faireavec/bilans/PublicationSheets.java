package fr.faireavec.bilans;

import java.util.Map;

import fr.faireavec.kernel.SheetHolder;

import org.springframework.stereotype.Component;

/** What was published is frozen: it goes on saying which sheet published it. */
@Component
class PublicationSheets implements SheetHolder {

	@Override
	public Map<String, String> staying() {
		return Map.of("bilan.published_by", "a published bilan never changes; it is read by both sheets");
	}

}
