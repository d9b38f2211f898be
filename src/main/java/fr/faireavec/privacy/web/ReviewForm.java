package fr.faireavec.privacy.web;

import java.util.LinkedHashSet;
import java.util.Set;

import fr.faireavec.privacy.Mentions.Review;
import jakarta.validation.constraints.Size;

/** Which lines stay as they are, because they mean somebody else, and how one knows. */
class ReviewForm {

	private String seal = "";

	private Set<String> leftOut = new LinkedHashSet<>();

	@Size(max = 300)
	private String reason = "";

	Review review() {
		return new Review(this.seal, this.leftOut, this.reason);
	}

	public String getSeal() {
		return this.seal;
	}

	/** Of the lines as they were shown. */
	public void setSeal(String seal) {
		this.seal = seal;
	}

	public Set<String> getLeftOut() {
		return this.leftOut;
	}

	public void setLeftOut(Set<String> leftOut) {
		this.leftOut = leftOut;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
