// A text put together by a builder.
using System.Text;

internal sealed class Statements
{
    public void Asked()
    {
        var text = new StringBuilder("SELECT Id FROM Orders WHERE 1 = 1");
        text.Append(" AND Customer = '").Append(INPUT).Append('\'');
        QUERY(text.ToString()); // vulnerable
    }

    public void Parameterised()
    {
        var asked = INPUT;
        var text = new StringBuilder("SELECT Id FROM Orders WHERE 1 = 1");
        if (asked.Length > 0) text.Append(" AND Customer = @customer");
        text.AppendLine().AppendFormat(" LIMIT {0}", asked.Length);
        QUERY(text.ToString()); // safe
    }

    public void Inserted()
    {
        var text = new StringBuilder("north");
        text.Insert(0, INPUT);
        SINK(text.ToString()); // vulnerable
    }
}
