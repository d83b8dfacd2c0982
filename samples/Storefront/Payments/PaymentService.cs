using System.Data.Common;
using Dapper;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Payments;

/// <summary>Takes payments, with hand-written SQL.</summary>
public sealed class PaymentService(
    StoreConnections connections,
    IPaymentGateway gateway,
    TimeProvider clock,
    ILogger<PaymentService> logger)
{
    private const string Columns = "payment.Id, payment.OrderId, payment.AmountInCents, payment.Reference, payment.PaidAt";

    private const string OwnPayments =
        "FROM Payments AS payment JOIN Orders AS paid ON paid.Id = payment.OrderId WHERE paid.CustomerId = @customerId";

    /// <summary>One page of a customer's payments, the newest first.</summary>
    public async Task<PagedResponse<PaymentResponse>> ListAsync(
        int customerId,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var values = new { customerId, limit = page.Size, offset = page.Offset };
        await using var connection = await connections.OpenAsync(cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(
            new CommandDefinition($"SELECT COUNT(*) {OwnPayments}", values, cancellationToken: cancellationToken));
        var payments = await connection.QueryAsync<Payment>(new CommandDefinition(
            $"SELECT {Columns} {OwnPayments} ORDER BY payment.Id DESC LIMIT @limit OFFSET @offset",
            values,
            cancellationToken: cancellationToken));
        return new PagedResponse<PaymentResponse>(
            payments.Select(PaymentResponse.From).ToList(), page.Number, page.Size, total);
    }

    /// <summary>One payment of a customer, or null.</summary>
    public async Task<PaymentResponse?> FindAsync(int customerId, int paymentId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        var payment = await connection.QuerySingleOrDefaultAsync<Payment>(new CommandDefinition(
            $"SELECT {Columns} {OwnPayments} AND payment.Id = @paymentId",
            new { customerId, paymentId },
            cancellationToken: cancellationToken));
        return payment is null ? null : PaymentResponse.From(payment);
    }

    /// <summary>Charges the card and marks the order as paid; gives the money back where that no longer can be done.</summary>
    public async Task<PaymentOutcome> PayAsync(
        int customerId,
        PaymentRequest request,
        CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        var order = await connection.QuerySingleOrDefaultAsync<Order>(new CommandDefinition(
            "SELECT Id, Status, TotalInCents FROM Orders WHERE Id = @OrderId AND CustomerId = @customerId",
            new { request.OrderId, customerId },
            cancellationToken: cancellationToken));
        if (order is null)
        {
            return new PaymentOutcome(PaymentResult.OrderNotFound);
        }

        if (order.Status != OrderStatus.Placed)
        {
            return new PaymentOutcome(PaymentResult.NotPayable);
        }

        var reference = await gateway.ChargeAsync(request.CardToken, order.TotalInCents, cancellationToken);
        if (reference is null)
        {
            return new PaymentOutcome(PaymentResult.Declined);
        }

        var payment = new Payment
        {
            OrderId = order.Id,
            AmountInCents = order.TotalInCents,
            Reference = reference,
            PaidAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        if (!await RecordAsync(connection, payment))
        {
            await gateway.RefundAsync(reference, CancellationToken.None);
            logger.LogWarning("Order {OrderId} was no longer payable, so its charge was given back", order.Id);
            return new PaymentOutcome(PaymentResult.NotPayable);
        }

        logger.LogInformation("Order {OrderId} was paid by payment {PaymentId}", order.Id, payment.Id);
        return new PaymentOutcome(PaymentResult.Paid, PaymentResponse.From(payment));
    }

    // Once the card is charged the caller going away must not leave the payment unrecorded: no cancellation from here on.
    private static async Task<bool> RecordAsync(DbConnection connection, Payment payment)
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);

        var marked = await connection.ExecuteAsync(
            "UPDATE Orders SET Status = 'Paid' WHERE Id = @OrderId AND Status = 'Placed'",
            new { payment.OrderId },
            transaction);
        if (marked == 0)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return false;
        }

        payment.Id = await connection.ExecuteScalarAsync<int>(
            """
            INSERT INTO Payments (OrderId, AmountInCents, Reference, PaidAt)
            VALUES (@OrderId, @AmountInCents, @Reference, @PaidAt)
            RETURNING Id
            """,
            payment,
            transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
