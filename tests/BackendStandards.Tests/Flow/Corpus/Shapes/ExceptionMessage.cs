// The text travels in an exception.
internal sealed class ValidationJob
{
    public void Thrown()
    {
        try
        {
            throw new InvalidOperationException(INPUT);
        }
        catch (InvalidOperationException exception)
        {
            SINK(exception.Message); // vulnerable
        }
    }

    public void ThrownFixed()
    {
        try
        {
            throw new InvalidOperationException("no such order");
        }
        catch (InvalidOperationException exception)
        {
            SINK(exception.Message); // safe
        }
    }
}
