package fr.faireavec.funders;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.files.Picture;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the logos that funders ask to be shown on documents. */
@Component
@Transactional
public class FunderLogos {

	private final Funders funders;

	private final StoredFiles files;

	private final ApplicationEventPublisher events;

	FunderLogos(Funders funders, StoredFiles files, ApplicationEventPublisher events) {
		this.funders = funders;
		this.files = files;
		this.events = events;
	}

	/**
	 * From now on documents show this picture.
	 * @param name the file's own
	 * @throws Refusal when it is no PNG or JPEG, or too large
	 */
	public void give(UUID funderId, byte[] file, String name) {
		show(funderId, this.files.keep(Picture.drawnAnew(file, name, Picture.LOGO_SIDE)));
	}

	/** From now on documents show none. */
	public void remove(UUID funderId) {
		show(funderId, null);
	}

	/** The logo as a PNG. */
	@Transactional(readOnly = true)
	public Optional<byte[]> of(Funder funder) {
		String logo = funder.getLogo();
		return (logo != null) ? this.files.find(logo) : Optional.empty();
	}

	private void show(UUID funderId, @Nullable String logo) {
		Funder funder = this.funders.findById(funderId).orElseThrow(NotFound::new);
		Changes changes = Changes.none().note("logo", StoredFiles.brief(funder.getLogo()), StoredFiles.brief(logo));
		funder.show(logo);
		this.funders.flush();
		this.events.publishEvent(new Noted("funder.described", funderId, null, funder.getName(), changes));
	}

}
