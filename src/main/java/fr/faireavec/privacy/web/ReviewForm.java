package fr.faireavec.privacy.web;

import java.util.LinkedHashSet;
import java.util.Set;

import fr.faireavec.privacy.Mentions.Review;
import jakarta.validation.constraints.Size;

/** Which lines stay as they are, because they mean somebody else, and how one knows. */
class ReviewForm {

	public String seal = "";

	public Set<String> leftOut = new LinkedHashSet<>();

	@Size(max = 300)
	public String reason = "";

	Review review() {
		return new Review(this.seal, this.leftOut, this.reason);
	}

}
