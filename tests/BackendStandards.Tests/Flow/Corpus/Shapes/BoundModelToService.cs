// An action hands its model to a service, which hands a part of it to a repository.
// file: ReturnsController.cs
using Microsoft.AspNetCore.Mvc;

public record ReturnRequest(string Reason, int OrderId);

[ApiController]
[Route("api/v1/returns")]
public class ReturnsController : ControllerBase
{
    private readonly ReturnService _service = new();

    [HttpPost]
    public IActionResult Add([FromBody] ReturnRequest request)
    {
        _service.Add(request);
        return Accepted();
    }
}
// file: ReturnService.cs
internal sealed class ReturnService
{
    private readonly ReturnRepository _repository = new();

    public void Add(ReturnRequest request) => _repository.Insert(request.Reason.Trim(), request.OrderId.ToString());
}
// file: ReturnRepository.cs
internal sealed class ReturnRepository
{
    public void Insert(string reason, string order)
    {
        SINK(reason); // vulnerable
        SINK(order); // safe
    }
}
