package fr.faireavec.slots.web;

import fr.faireavec.slots.BookingNotice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Until how many hours before a meeting its structure may move it. */
class NoticeForm {

	public int version;

	@NotNull
	@Min(0)
	@Max(BookingNotice.MOST_HOURS)
	public @Nullable Integer hours;

	static NoticeForm of(BookingNotice.Said said) {
		NoticeForm form = new NoticeForm();
		form.version = said.version();
		form.hours = said.hours();
		return form;
	}

}
