package fr.faireavec.web.gallery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A form with one field of each kind. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until filled in, never null once
													// valid
class GalleryForm {

	@NotBlank
	@Size(max = 20)
	@Typed(Typed.As.LINE)
	public String title = "";

	@Typed(Typed.As.EMAIL)
	public String email = "";

	@DecimalMax("100")
	public @Nullable BigDecimal hours;

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate day;

	public @Nullable LocalTime time;

	@Size(min = 12)
	public String password = "";

	@NotBlank
	public String story = "";

	@NotNull
	public @Nullable Level level;

	@NotNull
	public @Nullable Level aim;

	@NotEmpty
	@Size(max = 20)
	public Set<Level> levels = Set.of();

	public boolean shared;

	@Size(max = 20)
	public List<@Valid Line> lines = new ArrayList<>(List.of(new Line(), new Line()));

	/** Something to choose. */
	enum Level {

		INFORMATION, CONSULTATION, CONCERTATION

	}

	/** A part of the form that comes several times. */
	static class Line {

		@NotBlank
		public String name = "";

	}

}
