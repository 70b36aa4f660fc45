/* What is half written in the margin stays in this tab until it is sent: saving the article loads its page anew. */
const key = (sender) => `toa-soan-ghi-chu:${new URL(sender.action).pathname}`;
const isWritten = ({ name, type }) => name && !/^csrf|-seen$|^trang-rieng$/.test(name) && ["textarea", "text", "hidden"].includes(type);

export const keep = (sender) => {
  const typed = [...sender.elements].filter((field) => isWritten(field) && field.value !== field.defaultValue);
  const words = typed.some((field) => field.type === "textarea" && field.value.trim());
  try {
    if (words) sessionStorage.setItem(key(sender), JSON.stringify(typed.map(({ name, value }) => [name, value])));
    else sessionStorage.removeItem(key(sender));
  } catch {
    /* No room: the words stand in the field all the same. */
  }
};

/* Puts back what was left; the fields with words that came back. */
export const bringBack = (sender) => {
  const left = JSON.parse(sessionStorage.getItem(key(sender)) ?? "[]");
  const fields = left.map(([name, value]) => [sender.elements[name], value]).filter(([field]) => field && field.value === field.defaultValue);
  fields.forEach(([field, value]) => { field.value = value; });
  return fields.map(([field]) => field).filter((field) => field.type === "textarea");
};
