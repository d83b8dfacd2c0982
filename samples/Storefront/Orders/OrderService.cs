using Microsoft.EntityFrameworkCore;
using Storefront.Common;
using Storefront.Data;

namespace Storefront.Orders;

/// <summary>Places and cancels orders.</summary>
public sealed class OrderService(StoreDbContext database, TimeProvider clock, ILogger<OrderService> logger)
{
    /// <summary>One page of a customer's orders, the newest first.</summary>
    public async Task<PagedResponse<OrderResponse>> ListAsync(
        int customerId,
        OrderStatus? status,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var orders = database.Orders.Where(x => x.CustomerId == customerId && (status == null || x.Status == status));
        var total = await orders.CountAsync(cancellationToken);
        var items = await orders
            .AsNoTracking()
            .Include(x => x.Lines)
            .OrderByDescending(x => x.PlacedAt)
            .ThenByDescending(x => x.Id)
            .Skip(page.Offset)
            .Take(page.Size)
            .ToListAsync(cancellationToken);
        return new PagedResponse<Order>(items, page.Number, page.Size, total).Select(OrderResponse.From);
    }

    /// <summary>One order of a customer, or null.</summary>
    public async Task<OrderResponse?> FindAsync(int customerId, int orderId, CancellationToken cancellationToken)
    {
        var order = await database.Orders
            .AsNoTracking()
            .Include(x => x.Lines)
            .SingleOrDefaultAsync(x => x.Id == orderId && x.CustomerId == customerId, cancellationToken);
        return order is null ? null : OrderResponse.From(order);
    }

    /// <summary>Places an order at today's prices and takes the goods from the stock.</summary>
    public async Task<Outcome<OrderResponse>> PlaceAsync(
        int customerId,
        PlaceOrderRequest request,
        CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        var ids = request.Lines.Select(line => line.ProductId).ToList();
        var products = await database.Products
            .Where(x => ids.Contains(x.Id) && !x.IsDiscontinued)
            .ToDictionaryAsync(x => x.Id, cancellationToken);

        var order = new Order
        {
            CustomerId = customerId,
            Status = OrderStatus.Placed,
            PlacedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        foreach (var line in request.Lines)
        {
            if (!products.TryGetValue(line.ProductId, out var product))
            {
                return Outcome<OrderResponse>.Conflict($"Product {line.ProductId} is not sold.");
            }

            if (product.Stock < line.Quantity)
            {
                return Outcome<OrderResponse>.Conflict($"There are only {product.Stock} of product {product.Id}.");
            }

            product.Stock -= line.Quantity;
            order.TotalInCents += product.PriceInCents * line.Quantity;
            order.Lines.Add(new OrderLine
            {
                ProductId = product.Id,
                Quantity = line.Quantity,
                UnitPriceInCents = product.PriceInCents,
            });
        }

        database.Orders.Add(order);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        logger.LogInformation("Customer {CustomerId} placed order {OrderId} with {LineCount} lines",
            customerId, order.Id, order.Lines.Count);
        return Outcome<OrderResponse>.Done(OrderResponse.From(order));
    }

    /// <summary>Cancels an unpaid order and puts the goods back.</summary>
    public async Task<Outcome<OrderResponse>> CancelAsync(
        int customerId,
        int orderId,
        CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        var order = await database.Orders
            .Include(x => x.Lines)
            .ThenInclude(x => x.Product)
            .SingleOrDefaultAsync(x => x.Id == orderId && x.CustomerId == customerId, cancellationToken);
        if (order is null)
        {
            return Outcome<OrderResponse>.NotFound();
        }

        if (order.Status != OrderStatus.Placed)
        {
            return Outcome<OrderResponse>.Conflict("Only an unpaid order can be cancelled.");
        }

        order.Status = OrderStatus.Cancelled;
        foreach (var line in order.Lines)
        {
            line.Product!.Stock += line.Quantity;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        logger.LogInformation("Customer {CustomerId} cancelled order {OrderId}", customerId, orderId);
        return Outcome<OrderResponse>.Done(OrderResponse.From(order));
    }

    /// <summary>Cancels every order that has waited too long for its payment; returns how many.</summary>
    public async Task<int> CancelUnpaidAsync(DateTimeOffset placedBefore, CancellationToken cancellationToken)
    {
        var limit = placedBefore.ToUnixTimeMilliseconds();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        await database.Database.ExecuteSqlAsync(
            $"""
            UPDATE Products SET Stock = Stock + returned.Quantity
            FROM (
                SELECT line.ProductId, SUM(line.Quantity) AS Quantity
                FROM OrderLines AS line JOIN Orders AS placed ON placed.Id = line.OrderId
                WHERE placed.Status = 'Placed' AND placed.PlacedAt < {limit}
                GROUP BY line.ProductId
            ) AS returned
            WHERE Products.Id = returned.ProductId
            """,
            cancellationToken);
        var cancelled = await database.Orders
            .Where(x => x.Status == OrderStatus.Placed && x.PlacedAt < limit)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Status, OrderStatus.Cancelled), cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        return cancelled;
    }
}
