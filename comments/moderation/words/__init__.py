"""Words that the newsroom watches for, found however a Vietnamese reader disguises them.

    letters    a text as one canonical letter a place, with the way back to the text as it was typed
    marks      whether a syllable, as written, is the one meant, without its marks, misspelt, or another word
    entries    one watched word: its strictness, and the pattern of all its disguises
    trie       which entries could begin where: one walk from the beginning of each word, however many entries there are
    matcher    the two together: the matches in a text, with what had to be undone
    swapping   nói lái: "đụ má" said as "đá mụ"
    keeping    the only writer of WatchedWord and WordList
    current    the list that holds, built once a process and version
    starter    the list that a new newsroom begins with (data/starter.txt)
    labelled   how good that list is, measured on data/labelled.txt

Nothing above `keeping` knows of the database.
"""
