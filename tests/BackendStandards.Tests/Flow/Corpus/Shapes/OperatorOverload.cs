// An operator of ours joins two texts, another gives one of them.
internal sealed class Piece(string text)
{
    public string Text { get; } = text;

    public static Piece operator +(Piece one, Piece other) => new(one.Text + " " + other.Text);

    public static Piece operator |(Piece one, Piece other) => one;
}

internal sealed class Pieces
{
    public void Joined()
    {
        SINK((new Piece("north") + new Piece(INPUT)).Text); // vulnerable
        SINK((new Piece("north") + new Piece("west")).Text); // safe
    }

    public void Chosen()
    {
        SINK((new Piece("north") | new Piece(INPUT)).Text); // safe
        SINK((new Piece(INPUT) | new Piece("north")).Text); // vulnerable
    }
}
