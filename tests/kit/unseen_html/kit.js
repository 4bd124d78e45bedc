// Draws what a page's plain text cannot: seals, pens, faces, codes. Chance is the same in every run.
let state = 7;
const rnd = () => { state = (state * 1103515245 + 12345) % 2147483648; return state / 2147483648; };
const between = (a, b) => a + (b - a) * rnd();
const svg = (w, h, inner, style = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" style="width:100%;height:100%;display:block;overflow:visible;${style}">${inner}</svg>`;
document.querySelectorAll("x-seal").forEach((e) => {
  const t = [...e.getAttribute("t")], sub = e.getAttribute("sub"), n = t.length;
  const size = +e.getAttribute("size");
  const fs = n > 16 ? 21 : n > 12 ? 25 : 29, span = Math.min(290, n * (n > 16 ? 16.5 : n > 10 ? 20 : 25));
  let s = `<circle cx=100 cy=100 r=95 fill=none stroke=currentColor stroke-width=5 />`;
  let star = "";
  for (let k = 0; k < 10; k++) {
    const r = k % 2 ? 11.5 : 30, a = (k * 36 - 90) * Math.PI / 180;
    star += `${100 + r * Math.cos(a)},${100 + r * Math.sin(a)} `;
  }
  s += `<polygon points="${star}" fill=currentColor />`;
  t.forEach((c, k) => {
    const a = n === 1 ? 0 : -span / 2 + span * k / (n - 1);
    s += `<text transform="rotate(${a} 100 100) translate(100 ${fs + 10}) scale(.8 1.12)" text-anchor=middle font-size=${fs} fill=currentColor>${c}</text>`;
  });
  if (sub) s += `<text x=100 y=160 text-anchor=middle font-size=21 letter-spacing=1 fill=currentColor>${sub}</text>`;
  e.innerHTML = svg(200, 200, s, `transform:rotate(${between(-14, 14)}deg);opacity:${between(0.68, 0.88)}`);
  e.style.width = e.style.height = size + "mm";
});
const pens = ["#1b2a6b", "#222", "#16358f", "#2b2b33"];
const faces = ["'AR PL KaitiM GB'", "'LXGW WenKai Light','LXGW WenKai'", "'LXGW WenKai'"];
const stroke = (text, size, ink, face, wild) => [...text].map((c) =>
  `<span style="display:inline-block;font-family:${face};color:${ink};font-size:${size * between(0.9, 1.12)}px;` +
  `transform:translateY(${between(-wild, wild)}px) rotate(${between(-wild * 1.6, wild * 1.6)}deg) skewX(${between(-16, 2)}deg) scaleX(${between(0.82, 1.08)});` +
  `margin-right:${between(-3, 0.5) * size / 24}px">${c}</span>`).join("");
document.querySelectorAll("x-sign").forEach((e) => {
  const ink = e.getAttribute("ink") || pens[Math.floor(rnd() * pens.length)];
  const face = faces[Math.floor(rnd() * faces.length)];
  e.innerHTML = stroke(e.getAttribute("n"), +e.getAttribute("size"), ink, face, 3);
  e.style.cssText += `;display:inline-block;transform:rotate(${between(-7, 4)}deg) skewX(-8deg);white-space:nowrap;filter:url(#wave${Math.floor(rnd() * 3)})`;
});
document.querySelectorAll("x-hand").forEach((e) => {
  const ink = e.closest("[data-ink]")?.dataset.ink || "#1d2f73";
  const size = parseFloat(getComputedStyle(e).fontSize) * 1.12;
  e.innerHTML = stroke(e.textContent, size, ink, "'LXGW WenKai Light','AR PL KaitiM GB'", 1.1);
});
document.querySelectorAll("x-face").forEach((e) => {
  const bg = e.getAttribute("bg") || "#3d7fd0", woman = e.hasAttribute("w");
  const hair = woman
    ? `<path d="M50 62 Q50 22 90 22 Q130 22 130 62 L134 118 L116 118 L118 60 Q90 48 62 60 L64 118 L46 118Z" fill="#1b1714"/>`
    : `<path d="M54 66 Q48 24 90 24 Q132 24 126 66 L121 56 Q90 40 59 56Z" fill="#1d1a18"/>`;
  e.innerHTML = svg(180, 230, `<rect width=180 height=230 fill="${bg}"/>
   <path d="M12 230 Q18 162 74 156 L106 156 Q162 162 168 230Z" fill="${woman ? "#7b3146" : "#26303f"}"/>
   <path d="M74 156 L90 184 L106 156Z" fill="#f4f4f2"/><rect x=78 y=128 width=24 height=32 fill="#dfb38f"/>
   <ellipse cx=90 cy=92 rx=36 ry=46 fill="#ecc5a2"/>${hair}
   <circle cx=76 cy=90 r=3.6 fill="#222"/><circle cx=104 cy=90 r=3.6 fill="#222"/>
   <path d="M68 80h15M97 80h15" stroke="#332820" stroke-width=3 /><path d="M78 117 Q90 124 102 117" stroke="#a8505a" stroke-width=3 fill=none />`);
});
document.querySelectorAll("x-qr").forEach((e) => {
  let s = "<rect width=29 height=29 fill=#fff />";
  const eye = (x, y) => `<rect x=${x} y=${y} width=7 height=7 /><rect x=${x + 1} y=${y + 1} width=5 height=5 fill=#fff /><rect x=${x + 2} y=${y + 2} width=3 height=3 />`;
  for (let y = 0; y < 29; y++) for (let x = 0; x < 29; x++) if (rnd() < 0.48) s += `<rect x=${x} y=${y} width=1 height=1 />`;
  [[0, 0], [21, 0], [0, 21]].forEach(([x, y]) => { s += `<rect x=${Math.max(0, x - 1)} y=${Math.max(0, y - 1)} width=9 height=9 fill=#fff />` + eye(x + (x ? 1 : 0), y + (y ? 1 : 0)); });
  e.innerHTML = svg(30, 30, s);
});
document.body.insertAdjacentHTML("beforeend", `<svg width=0 height=0 style="position:absolute">${[0, 1, 2].map((k) =>
  `<filter id=wave${k}><feTurbulence type=turbulence baseFrequency=${0.018 + 0.012 * k} numOctaves=2 seed=${k + 3} /><feDisplacementMap in=SourceGraphic scale=${5 + k} /></filter>`).join("")}</svg>`);
