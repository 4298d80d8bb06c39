// Previews of references, and the menu that copies them.
