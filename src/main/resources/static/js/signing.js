// Signing by finger. Without this file one writes one's name, which is worth the same.
(() => {
  const pad = document.querySelector('[data-pad]');
  if (!pad) {
    return;
  }
  const frame = pad.querySelector('[data-pad-frame]');
  const canvas = frame.querySelector('canvas');
  const sent = pad.querySelector('[name=strokes]');
  const written = document.querySelector('[data-pad-written]');
  const name = written.querySelector('input');
  const change = document.querySelector('[data-pad-write]');
  const most = 19000;

  // What is kept are points of a frame of 600 by 240: turning the tablet changes nothing.
  let strokes = sent.value ? sent.value.split(';').map((stroke) => stroke.split(' ').map((point) => point.split(',').map(Number))) : [];
  let drawing = null;

  const draw = () => {
    const pen = canvas.getContext('2d');
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.lineWidth = 4;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = getComputedStyle(canvas).color;
    strokes.forEach((stroke) => {
      pen.beginPath();
      stroke.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
    });
  };

  const keep = () => {
    sent.value = strokes.map((stroke) => stroke.map((point) => point.join(',')).join(' ')).join(';');
  };

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, top) => Math.max(0, Math.min(top, Math.round(value)));
    return [within(((event.clientX - box.left) / box.width) * 600, 600), within(((event.clientY - box.top) / box.height) * 240, 240)];
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (drawing || sent.value.length > most) {
      return;
    }
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = event.pointerId;
    strokes.push([at(event)]);
    draw();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== drawing) {
      return;
    }
    const stroke = strokes.at(-1);
    const [x, y] = at(event);
    const [beforeX, beforeY] = stroke.at(-1);
    if (Math.hypot(x - beforeX, y - beforeY) >= 3 && stroke.length < 800) {
      stroke.push([x, y]);
      draw();
    }
  });
  const lift = (event) => {
    if (event.pointerId === drawing) {
      drawing = null;
      keep();
      if (sent.value.length > most) {
        strokes.pop();
        keep();
        draw();
      }
    }
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  pad.querySelector('[data-pad-clear]').addEventListener('click', () => {
    strokes = [];
    keep();
    draw();
  });
  addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);

  // Without network the browser would lose the page and what is on it: it waits for one, then leaves.
  const form = pad.closest('form');
  const silent = form.querySelector('[data-pad-silent]');
  let waits = false;
  const leave = async () => {
    if (await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false)) {
      waits = false;
      silent.textContent = '';
      form.dataset.leaves = '';
      form.requestSubmit();
    } else {
      waits = true;
      silent.textContent = silent.dataset.words;
    }
  };
  form.addEventListener('submit', (event) => {
    if (form.dataset.leaves === undefined) {
      event.preventDefault();
      leave();
    }
  });
  addEventListener('online', () => waits && leave());
  setInterval(() => waits && leave(), 5000);
  addEventListener('pageshow', () => delete form.dataset.leaves);

  // One or the other: what is not shown is not sent.
  const write = (writing) => {
    frame.hidden = writing;
    written.hidden = !writing;
    change.textContent = writing ? change.dataset.draw : change.dataset.write;
    if (writing) {
      strokes = [];
      keep();
    } else {
      name.value = '';
      draw();
    }
  };
  change.dataset.write = change.textContent;
  change.hidden = false;
  change.addEventListener('click', () => {
    write(written.hidden);
    (written.hidden ? canvas : name).focus();
  });
  write(Boolean(name.value));
})();
