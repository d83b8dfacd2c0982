// The name of a procedure is chosen among constants, or asked for.
internal sealed class Procedures
{
    private const string Prefix = "usp_";

    public void Asked()
    {
        QUERY(Prefix + INPUT); // vulnerable
    }

    public void Chosen()
    {
        var name = INPUT == "yearly" ? "ReportYearly" : "ReportDaily";
        QUERY(Prefix + name); // safe
    }

    public void NameOfAType()
    {
        QUERY(Prefix + nameof(Procedures) + typeof(Procedures).Name); // safe
    }
}
