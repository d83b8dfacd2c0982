// ?. and the members behind it.
internal sealed class Person
{
    public string? Name { get; init; }

    public Person? Manager { get; init; }
}

internal sealed class NullConditionals
{
    public void Chained()
    {
        var person = new Person { Name = "Ann", Manager = new Person { Name = INPUT } };
        SINK(person?.Manager?.Name + ""); // vulnerable
        SINK(person?.Name + ""); // safe
        SINK(person?.Manager?.Name?.Length.ToString() + ""); // safe
    }
}
