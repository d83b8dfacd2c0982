// Select gives what its function gives.
internal sealed class Projections
{
    public void Mapped()
    {
        var names = INPUT.Split(';').Select(part => part.Trim()).ToList();
        SINK(string.Join(",", names)); // vulnerable
    }

    public void Numbers()
    {
        var numbers = INPUT.Split(';').Select(part => int.Parse(part)).ToList();
        SINK(string.Join(",", numbers)); // safe
    }

    public void Placeholders()
    {
        var parameters = INPUT.Split(';').Select((_, position) => "@p" + position);
        SINK(string.Join(",", parameters)); // safe
    }
}
