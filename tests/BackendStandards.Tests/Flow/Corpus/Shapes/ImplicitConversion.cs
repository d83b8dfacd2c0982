// User-defined conversions from and to string.
internal readonly struct CustomerName
{
    private readonly string _value;

    private CustomerName(string value) => _value = value;

    public static implicit operator CustomerName(string value) => new(value);

    public static implicit operator string(CustomerName name) => name._value;
}

internal readonly struct CustomerNumber
{
    private readonly int _value;

    private CustomerNumber(int value) => _value = value;

    public static implicit operator CustomerNumber(string value) => new(int.Parse(value));

    public static implicit operator string(CustomerNumber number) => number._value.ToString();
}

internal sealed class Conversions
{
    public void Names()
    {
        CustomerName name = INPUT;
        SINK(name); // vulnerable
        CustomerName preset = "north";
        SINK(preset); // safe
    }

    public void NumbersOnly()
    {
        CustomerNumber number = INPUT;
        SINK(number); // safe
    }
}
