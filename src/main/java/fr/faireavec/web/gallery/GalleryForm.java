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
	private String title = "";

	@Typed(Typed.As.EMAIL)
	private String email = "";

	@DecimalMax("100")
	private @Nullable BigDecimal hours;

	@NotNull
	@Day(DayKind.FILTER)
	private @Nullable LocalDate day;

	private @Nullable LocalTime time;

	@Size(min = 12)
	private String password = "";

	@NotBlank
	private String story = "";

	@NotNull
	private @Nullable Level level;

	@NotNull
	private @Nullable Level aim;

	@NotEmpty
	@Size(max = 20)
	private Set<Level> levels = Set.of();

	private boolean shared;

	@Size(max = 20)
	private List<@Valid Line> lines = new ArrayList<>(List.of(new Line(), new Line()));

	/** Something to choose. */
	enum Level {

		INFORMATION, CONSULTATION, CONCERTATION

	}

	/** A part of the form that comes several times. */
	static class Line {

		@NotBlank
		private String name = "";

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public @Nullable BigDecimal getHours() {
		return this.hours;
	}

	public void setHours(@Nullable BigDecimal hours) {
		this.hours = hours;
	}

	public @Nullable LocalDate getDay() {
		return this.day;
	}

	public void setDay(@Nullable LocalDate day) {
		this.day = day;
	}

	public @Nullable LocalTime getTime() {
		return this.time;
	}

	public void setTime(@Nullable LocalTime time) {
		this.time = time;
	}

	public String getPassword() {
		return this.password;
	}

	public void setPassword(String password) {
		this.password = password;
	}

	public String getStory() {
		return this.story;
	}

	public void setStory(String story) {
		this.story = story;
	}

	public @Nullable Level getLevel() {
		return this.level;
	}

	public void setLevel(@Nullable Level level) {
		this.level = level;
	}

	public @Nullable Level getAim() {
		return this.aim;
	}

	public void setAim(@Nullable Level aim) {
		this.aim = aim;
	}

	public Set<Level> getLevels() {
		return this.levels;
	}

	public void setLevels(Set<Level> levels) {
		this.levels = levels;
	}

	public boolean isShared() {
		return this.shared;
	}

	public void setShared(boolean shared) {
		this.shared = shared;
	}

	public List<Line> getLines() {
		return this.lines;
	}

	public void setLines(List<Line> lines) {
		this.lines = lines;
	}

}
