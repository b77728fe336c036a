package org.qibroker.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice to an organisation carries (开票信息).
 *
 * @param title 抬头
 * @param taxNumber 税号, 15 to 20 letters and digits
 * @param bank 开户行
 * @param bankAccount 银行账号
 * @param address 地址
 * @param phone 电话
 */
public record Invoice(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Pattern(regexp = "[0-9A-Z]{15,20}") String taxNumber,
        @Nullable @Size(max = 200) String bank,
        @Nullable @Pattern(regexp = "[0-9 -]{6,40}") String bankAccount,
        @Nullable @Size(max = 300) String address,
        @Nullable @Pattern(regexp = "[0-9+() -]{5,30}") String phone) {}
