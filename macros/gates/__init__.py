"""The three gates of the data: sound blocks, complete is listed, proud is asked on main."""
