// A switch lets known values through.
internal sealed class DirectionChoice
{
    public void Returned()
    {
        SINK(Allowed(INPUT)); // safe
        SINK(Passed(INPUT)); // vulnerable
    }

    public void Cases()
    {
        var asked = INPUT;
        switch (asked)
        {
            case "asc":
            case "desc":
                SINK(asked); // safe
                break;
            default:
                SINK(asked); // vulnerable
                break;
        }
    }

    private static string Allowed(string asked)
    {
        switch (asked)
        {
            case "asc": return "ASC";
            case "desc": return "DESC";
            default: throw new ArgumentOutOfRangeException(nameof(asked));
        }
    }

    private static string Passed(string asked)
    {
        switch (asked)
        {
            case "asc": return "ASC";
            default: return asked;
        }
    }
}
