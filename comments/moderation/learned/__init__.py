"""How likely the newsroom is to turn a comment down, learned from what it has decided so far.

    features     a comment as the set of its syllables and pairs of them, with and without marks, each hashed to a number
    counting     how often each number stands in what was shown and in what was not: naive Bayes
    calibration  from a sum of weights to a probability (Platt)
    model        weights that judge one comment and say why; packed for the database
    examples     what there is to learn from: the newsroom's decisions, and the lines that come with the house
    training     examples in, a model with its figures out, measured on what it was not shown
    keeping      the only writer of LearnedScore: trains, switches off what is below the floor
    current      the model that holds, built once a process and version

Nothing above `examples` knows of the database. No word of a comment is kept in a model: only sums by hashed number.
"""
