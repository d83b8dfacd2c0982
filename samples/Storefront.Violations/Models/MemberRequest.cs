using System.ComponentModel.DataAnnotations;

namespace Storefront.Violations.Models;

public sealed record MemberRequest(
    [Required, EmailAddress, StringLength(254)] string Email,
    [Required, StringLength(100, MinimumLength = 12)] string Password,
    string? Greeting); // expect BST3003
