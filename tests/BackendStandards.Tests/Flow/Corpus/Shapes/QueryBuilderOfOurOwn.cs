// A builder of conditions with parameters beside them.
using System.Text;

internal sealed class Conditions
{
    private readonly StringBuilder _text = new("SELECT Id FROM Orders WHERE 1 = 1");
    private readonly List<object> _values = [];

    public Conditions AndEquals(string column, object value)
    {
        _values.Add(value);
        _text.Append(" AND ").Append(column).Append(" = @p").Append(_values.Count);
        return this;
    }

    public string Text() => _text.ToString();
}

internal sealed class LooseConditions
{
    private readonly StringBuilder _text = new("SELECT Id FROM Orders WHERE 1 = 1");

    public LooseConditions AndEquals(string column, object value)
    {
        _text.Append(" AND ").Append(column).Append(" = '").Append(value).Append('\'');
        return this;
    }

    public string Text() => _text.ToString();
}

internal sealed class ConditionSearch
{
    public void Bound()
    {
        QUERY(new Conditions().AndEquals("Customer", INPUT).Text()); // safe
    }

    public void Joined()
    {
        QUERY(new LooseConditions().AndEquals("Customer", INPUT).Text()); // vulnerable
    }
}
