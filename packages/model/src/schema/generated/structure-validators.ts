// Generated from the rule table by test/schema/generated.test.ts. Do not edit: run `npx vitest run --project model -u`.
// @ts-nocheck
import type { StructureValidator } from '../validator.ts';

function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

function fault(errors, instancePath, keyword, params = {}) {
  return joined(errors, [{ instancePath, keyword, params }]);
}

function keys(errors, data, instancePath, needed, others) {
  for (const missingProperty of needed) {
    if (data[missingProperty] === undefined) errors = fault(errors, instancePath, 'required', { missingProperty });
  }
  for (const additionalProperty in data) {
    if (!needed.includes(additionalProperty) && !others.includes(additionalProperty)) {
      errors = fault(errors, instancePath, 'additionalProperties', { additionalProperty });
    }
  }
  return errors;
}

function texts(errors, data, instancePath, names) {
  for (const name of names) {
    if (data[name] !== undefined && typeof data[name] !== 'string') {
      errors = fault(errors, `${instancePath}/${name}`, 'type');
    }
  }
  return errors;
}

function ofType(errors, data, instancePath, type, validate) {
  if (typeof data?.type !== 'string' || !type.test(data.type) || validate(data, { instancePath })) return errors;
  return joined(errors, validate.errors);
}

function total(errors) {
  return errors === null ? 0 : errors.length;
}

export const jobTemplateStructure: StructureValidator = validate21;
const pattern0 = new RegExp("^string$", "i");
const pattern1 = new RegExp("^path$", "i");
const pattern2 = new RegExp("^int$", "i");
const pattern3 = new RegExp("^float$", "i");
const pattern4 = new RegExp("^bool$", "i");
const pattern5 = new RegExp("^range_expr$", "i");
const pattern6 = new RegExp("^list\\[string\\]$", "i");
const pattern7 = new RegExp("^list\\[path\\]$", "i");
const pattern8 = new RegExp("^list\\[int\\]$", "i");
const pattern9 = new RegExp("^list\\[float\\]$", "i");
const pattern10 = new RegExp("^list\\[bool\\]$", "i");
const pattern11 = new RegExp("^list\\[list\\[int\\]\\]$", "i");
const pattern12 = new RegExp("^(?:string|path|int|float|bool|range_expr|list\\[string\\]|list\\[path\\]|list\\[int\\]|list\\[float\\]|list\\[bool\\]|list\\[list\\[int\\]\\])$", "i");

function validate26(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!(((((data0 === "LINE_EDIT") || (data0 === "MULTILINE_EDIT")) || (data0 === "DROPDOWN_LIST")) || (data0 === "CHECK_BOX")) || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minLength","maxLength","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description","default"]);
errors = total(vErrors);
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate26(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate26.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["label","patterns"], []);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["label"]);
errors = total(vErrors);
if(data.patterns !== undefined){
let data1 = data.patterns;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/patterns/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/patterns", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","fileFilters","fileFilterDefault"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!(((((data0 === "CHOOSE_INPUT_FILE") || (data0 === "CHOOSE_OUTPUT_FILE")) || (data0 === "CHOOSE_DIRECTORY")) || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.fileFilters !== undefined){
let data3 = data.fileFilters;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data3[i0], {instancePath:instancePath+"/fileFilters/" + i0}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/fileFilters", "type");
errors++;
}
}
if(data.fileFilterDefault !== undefined){
if(!(validate31(data.fileFilterDefault, {instancePath:instancePath+"/fileFilterDefault"}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minLength","maxLength","objectType","dataFlow","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description","default"]);
errors = total(vErrors);
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.objectType !== undefined){
let data7 = data.objectType;
if(typeof data7 !== "string"){
vErrors = fault(vErrors, instancePath+"/objectType", "type");
errors++;
}
if(!((data7 === "FILE") || (data7 === "DIRECTORY"))){
vErrors = fault(vErrors, instancePath+"/objectType", "enum");
errors++;
}
}
if(data.dataFlow !== undefined){
let data8 = data.dataFlow;
if(typeof data8 !== "string"){
vErrors = fault(vErrors, instancePath+"/dataFlow", "type");
errors++;
}
if(!((((data8 === "NONE") || (data8 === "IN")) || (data8 === "OUT")) || (data8 === "INOUT"))){
vErrors = fault(vErrors, instancePath+"/dataFlow", "enum");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate30(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate30.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","singleStepDelta"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!(((data0 === "SPIN_BOX") || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = fault(vErrors, instancePath+"/singleStepDelta", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minValue","maxValue","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if((!(typeof data4 == "number")) && (typeof data4 !== "string")){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minValue !== undefined){
let data5 = data.minValue;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = fault(vErrors, instancePath+"/minValue", "type");
errors++;
}
}
if(data.maxValue !== undefined){
let data6 = data.maxValue;
if((!(typeof data6 == "number")) && (typeof data6 !== "string")){
vErrors = fault(vErrors, instancePath+"/maxValue", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate37(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate37.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate41(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","decimals","singleStepDelta"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!(((data0 === "SPIN_BOX") || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.decimals !== undefined){
if(!(typeof data.decimals == "number")){
vErrors = fault(vErrors, instancePath+"/decimals", "type");
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = fault(vErrors, instancePath+"/singleStepDelta", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minValue","maxValue","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if((!(typeof data4 == "number")) && (typeof data4 !== "string")){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minValue !== undefined){
let data5 = data.minValue;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = fault(vErrors, instancePath+"/minValue", "type");
errors++;
}
}
if(data.maxValue !== undefined){
let data6 = data.maxValue;
if((!(typeof data6 == "number")) && (typeof data6 !== "string")){
vErrors = fault(vErrors, instancePath+"/maxValue", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate41(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate41.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}


function validate45(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "CHECK_BOX") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(((typeof data2 !== "boolean") && (!(typeof data2 == "number"))) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate45(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate45.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "LINE_EDIT") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description","default"]);
errors = total(vErrors);
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate49(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate49.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate53(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minLength","maxLength"]);
errors = total(vErrors);
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate55(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "LINE_EDIT_LIST") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.item !== undefined){
if(!(validate53(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate55(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}


function validate60(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","fileFilters","fileFilterDefault"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((((data0 === "CHOOSE_INPUT_FILE_LIST") || (data0 === "CHOOSE_OUTPUT_FILE_LIST")) || (data0 === "CHOOSE_DIRECTORY_LIST")) || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.fileFilters !== undefined){
let data3 = data.fileFilters;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data3[i0], {instancePath:instancePath+"/fileFilters/" + i0}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/fileFilters", "type");
errors++;
}
}
if(data.fileFilterDefault !== undefined){
if(!(validate31(data.fileFilterDefault, {instancePath:instancePath+"/fileFilterDefault"}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}


function validate58(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","objectType","dataFlow","item","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.objectType !== undefined){
let data6 = data.objectType;
if(typeof data6 !== "string"){
vErrors = fault(vErrors, instancePath+"/objectType", "type");
errors++;
}
if(!((data6 === "FILE") || (data6 === "DIRECTORY"))){
vErrors = fault(vErrors, instancePath+"/objectType", "enum");
errors++;
}
}
if(data.dataFlow !== undefined){
let data7 = data.dataFlow;
if(typeof data7 !== "string"){
vErrors = fault(vErrors, instancePath+"/dataFlow", "type");
errors++;
}
if(!((((data7 === "NONE") || (data7 === "IN")) || (data7 === "OUT")) || (data7 === "INOUT"))){
vErrors = fault(vErrors, instancePath+"/dataFlow", "enum");
errors++;
}
}
if(data.item !== undefined){
if(!(validate53(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate60(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate60.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minValue","maxValue"]);
errors = total(vErrors);
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data0[i0] == "number")){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minValue !== undefined){
if(!(typeof data.minValue == "number")){
vErrors = fault(vErrors, instancePath+"/minValue", "type");
errors++;
}
}
if(data.maxValue !== undefined){
if(!(typeof data.maxValue == "number")){
vErrors = fault(vErrors, instancePath+"/maxValue", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","singleStepDelta"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "SPIN_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = fault(vErrors, instancePath+"/singleStepDelta", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data2[i0] == "number")){
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.item !== undefined){
if(!(validate66(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate68(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate68.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minValue","maxValue"]);
errors = total(vErrors);
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data0[i0] == "number")){
vErrors = fault(vErrors, instancePath+"/allowedValues/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allowedValues", "type");
errors++;
}
}
if(data.minValue !== undefined){
if(!(typeof data.minValue == "number")){
vErrors = fault(vErrors, instancePath+"/minValue", "type");
errors++;
}
}
if(data.maxValue !== undefined){
if(!(typeof data.maxValue == "number")){
vErrors = fault(vErrors, instancePath+"/maxValue", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","decimals","singleStepDelta"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "SPIN_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
if(data.decimals !== undefined){
if(!(typeof data.decimals == "number")){
vErrors = fault(vErrors, instancePath+"/decimals", "type");
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = fault(vErrors, instancePath+"/singleStepDelta", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data2[i0] == "number")){
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.item !== undefined){
if(!(validate72(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate72.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate74(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate74.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!((data0 === "CHECK_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate77(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(((typeof data3 !== "boolean") && (!(typeof data3 == "number"))) && (typeof data3 !== "string")){
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate78(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate78.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}


function validate82(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["minLength","maxLength","item"]);
errors = total(vErrors);
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.item !== undefined){
if(!(validate66(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
errors = total(vErrors);
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/control", "type");
errors++;
}
if(!(data0 === "HIDDEN")){
vErrors = fault(vErrors, instancePath+"/control", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["label","groupLabel"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(typeof data3[i1] == "number")){
vErrors = fault(vErrors, instancePath+"/default/" + i0+"/" + i1, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = fault(vErrors, instancePath+"/minLength", "type");
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = fault(vErrors, instancePath+"/maxLength", "type");
errors++;
}
}
if(data.item !== undefined){
if(!(validate82(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate82.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate85(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate85.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
vErrors = ofType(vErrors, data, instancePath, pattern0, validate25);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern1, validate29);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern2, validate36);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern3, validate40);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern4, validate44);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern5, validate48);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern6, validate52);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern7, validate58);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern8, validate65);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern9, validate71);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern10, validate77);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern11, validate81);
errors = total(vErrors);
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = fault(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.type !== undefined){
let data12 = data.type;
if(typeof data12 === "string"){
if(!pattern12.test(data12)){
vErrors = fault(vErrors, instancePath+"/type", "pattern");
errors++;
}
}
else {
vErrors = fault(vErrors, instancePath+"/type", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["mode"], ["notifyPeriodInSeconds"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["mode"]);
errors = total(vErrors);
if(data.notifyPeriodInSeconds !== undefined){
let data1 = data.notifyPeriodInSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = fault(vErrors, instancePath+"/notifyPeriodInSeconds", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate93.errors = vErrors;
return errors === 0;
}


function validate92(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["command"]);
errors = total(vErrors);
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/args/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/args", "type");
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = fault(vErrors, instancePath+"/timeout", "type");
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate93(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate93.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate92.errors = vErrors;
return errors === 0;
}


function validate98(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["mode"], ["notifyPeriodInSeconds"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["mode"]);
errors = total(vErrors);
if(data.notifyPeriodInSeconds !== undefined){
let data1 = data.notifyPeriodInSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = fault(vErrors, instancePath+"/notifyPeriodInSeconds", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["command"]);
errors = total(vErrors);
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/args/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/args", "type");
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = fault(vErrors, instancePath+"/timeout", "type");
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate98(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate98.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["command"]);
errors = total(vErrors);
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/args/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/args", "type");
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = fault(vErrors, instancePath+"/timeout", "type");
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate98(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate98.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate91(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["onEnter","onExit","onWrapEnvEnter","onWrapTaskRun","onWrapEnvExit"]);
errors = total(vErrors);
if(data.onEnter !== undefined){
if(!(validate92(data.onEnter, {instancePath:instancePath+"/onEnter"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
if(data.onExit !== undefined){
if(!(validate92(data.onExit, {instancePath:instancePath+"/onExit"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
if(data.onWrapEnvEnter !== undefined){
if(!(validate97(data.onWrapEnvEnter, {instancePath:instancePath+"/onWrapEnvEnter"}))){
vErrors = joined(vErrors, validate97.errors);
errors = vErrors.length;
}
}
if(data.onWrapTaskRun !== undefined){
if(!(validate101(data.onWrapTaskRun, {instancePath:instancePath+"/onWrapTaskRun"}))){
vErrors = joined(vErrors, validate101.errors);
errors = vErrors.length;
}
}
if(data.onWrapEnvExit !== undefined){
if(!(validate97(data.onWrapEnvExit, {instancePath:instancePath+"/onWrapEnvExit"}))){
vErrors = joined(vErrors, validate97.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}


function validate106(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","type","data"], ["filename","runnable","endOfLine"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = fault(vErrors, instancePath+"/type", "type");
errors++;
}
if(!(data1 === "TEXT")){
vErrors = fault(vErrors, instancePath+"/type", "enum");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["filename"]);
errors = total(vErrors);
if(data.runnable !== undefined){
if(typeof data.runnable !== "boolean"){
vErrors = fault(vErrors, instancePath+"/runnable", "type");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["data"]);
errors = total(vErrors);
if(data.endOfLine !== undefined){
let data5 = data.endOfLine;
if(typeof data5 !== "string"){
vErrors = fault(vErrors, instancePath+"/endOfLine", "type");
errors++;
}
if(!(((data5 === "AUTO") || (data5 === "LF")) || (data5 === "CRLF"))){
vErrors = fault(vErrors, instancePath+"/endOfLine", "enum");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate106.errors = vErrors;
return errors === 0;
}


function validate90(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["actions"], ["let","embeddedFiles"]);
errors = total(vErrors);
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/let/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/let", "type");
errors++;
}
}
if(data.actions !== undefined){
if(!(validate91(data.actions, {instancePath:instancePath+"/actions"}))){
vErrors = joined(vErrors, validate91.errors);
errors = vErrors.length;
}
}
if(data.embeddedFiles !== undefined){
let data3 = data.embeddedFiles;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate106(data3[i1], {instancePath:instancePath+"/embeddedFiles/" + i1}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/embeddedFiles", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}


function validate89(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["description","script","variables"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.script !== undefined){
if(!(validate90(data.script, {instancePath:instancePath+"/script"}))){
vErrors = joined(vErrors, validate90.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined){
let data3 = data.variables;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(typeof data3[key1] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{}}]);
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/variables", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}


function validate111(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["dependsOn"], []);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["dependsOn"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}


function validate115(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["min","max"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.min !== undefined){
let data1 = data.min;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = fault(vErrors, instancePath+"/min", "type");
errors++;
}
}
if(data.max !== undefined){
let data2 = data.max;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/max", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["anyOf","allOf"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.anyOf !== undefined){
let data1 = data.anyOf;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/anyOf/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/anyOf", "type");
errors++;
}
}
if(data.allOf !== undefined){
let data3 = data.allOf;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
vErrors = fault(vErrors, instancePath+"/allOf/" + i1, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/allOf", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}


function validate114(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, [], ["amounts","attributes"]);
errors = total(vErrors);
if(data.amounts !== undefined){
let data0 = data.amounts;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate115(data0[i0], {instancePath:instancePath+"/amounts/" + i0}))){
vErrors = joined(vErrors, validate115.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/amounts", "type");
errors++;
}
}
if(data.attributes !== undefined){
let data2 = data.attributes;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate117(data2[i1], {instancePath:instancePath+"/attributes/" + i1}))){
vErrors = joined(vErrors, validate117.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/attributes", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}

const pattern17 = new RegExp("^chunk\\[int\\]$", "i");
const pattern18 = new RegExp("^(?:int|float|string|path|chunk\\[int\\])$", "i");

function validate122(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = fault(vErrors, instancePath+"/range", "type");
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/range/" + i0, "type");
errors++;
}
}
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}


function validate124(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = fault(vErrors, instancePath+"/range", "type");
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/range/" + i0, "type");
errors++;
}
}
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}


function validate126(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = fault(vErrors, instancePath+"/range", "type");
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/range/" + i0, "type");
errors++;
}
}
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}


function validate128(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = fault(vErrors, instancePath+"/range", "type");
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/range/" + i0, "type");
errors++;
}
}
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}


function validate131(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["defaultTaskCount","rangeConstraint"], ["targetRuntimeSeconds"]);
errors = total(vErrors);
if(data.defaultTaskCount !== undefined){
let data0 = data.defaultTaskCount;
if((!(typeof data0 == "number")) && (typeof data0 !== "string")){
vErrors = fault(vErrors, instancePath+"/defaultTaskCount", "type");
errors++;
}
}
if(data.targetRuntimeSeconds !== undefined){
let data1 = data.targetRuntimeSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = fault(vErrors, instancePath+"/targetRuntimeSeconds", "type");
errors++;
}
}
if(data.rangeConstraint !== undefined){
let data2 = data.rangeConstraint;
if(typeof data2 !== "string"){
vErrors = fault(vErrors, instancePath+"/rangeConstraint", "type");
errors++;
}
if(!((data2 === "CONTIGUOUS") || (data2 === "NONCONTIGUOUS"))){
vErrors = fault(vErrors, instancePath+"/rangeConstraint", "enum");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name","range","chunks"], ["type"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name"]);
errors = total(vErrors);
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = fault(vErrors, instancePath+"/range", "type");
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = fault(vErrors, instancePath+"/range/" + i0, "type");
errors++;
}
}
}
}
if(data.chunks !== undefined){
if(!(validate131(data.chunks, {instancePath:instancePath+"/chunks"}))){
vErrors = joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
vErrors = ofType(vErrors, data, instancePath, pattern2, validate122);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern3, validate124);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern0, validate126);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern1, validate128);
errors = total(vErrors);
vErrors = ofType(vErrors, data, instancePath, pattern17, validate130);
errors = total(vErrors);
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = fault(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.type !== undefined){
let data5 = data.type;
if(typeof data5 === "string"){
if(!pattern18.test(data5)){
vErrors = fault(vErrors, instancePath+"/type", "pattern");
errors++;
}
}
else {
vErrors = fault(vErrors, instancePath+"/type", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["taskParameterDefinitions"], ["combination"]);
errors = total(vErrors);
if(data.taskParameterDefinitions !== undefined){
let data0 = data.taskParameterDefinitions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate121(data0[i0], {instancePath:instancePath+"/taskParameterDefinitions/" + i0}))){
vErrors = joined(vErrors, validate121.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/taskParameterDefinitions", "type");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["combination"]);
errors = total(vErrors);
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate120.errors = vErrors;
return errors === 0;
}


function validate137(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["onRun"], []);
errors = total(vErrors);
if(data.onRun !== undefined){
if(!(validate92(data.onRun, {instancePath:instancePath+"/onRun"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate137.errors = vErrors;
return errors === 0;
}


function validate136(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["actions"], ["let","embeddedFiles"]);
errors = total(vErrors);
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/let/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/let", "type");
errors++;
}
}
if(data.actions !== undefined){
if(!(validate137(data.actions, {instancePath:instancePath+"/actions"}))){
vErrors = joined(vErrors, validate137.errors);
errors = vErrors.length;
}
}
if(data.embeddedFiles !== undefined){
let data3 = data.embeddedFiles;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate106(data3[i1], {instancePath:instancePath+"/embeddedFiles/" + i1}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/embeddedFiles", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}


function validate142(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["script"], ["let","args","timeout","cancelation"]);
errors = total(vErrors);
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/let/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/let", "type");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["script"]);
errors = total(vErrors);
if(data.args !== undefined){
let data3 = data.args;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
vErrors = fault(vErrors, instancePath+"/args/" + i1, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/args", "type");
errors++;
}
}
if(data.timeout !== undefined){
let data5 = data.timeout;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = fault(vErrors, instancePath+"/timeout", "type");
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate93(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate93.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}


function validate110(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["name"], ["description","let","dependencies","stepEnvironments","hostRequirements","parameterSpace","script","bash","cmd","node","powershell","python"]);
errors = total(vErrors);
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.let !== undefined){
let data2 = data.let;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/let/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/let", "type");
errors++;
}
}
if(data.dependencies !== undefined){
let data4 = data.dependencies;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate111(data4[i1], {instancePath:instancePath+"/dependencies/" + i1}))){
vErrors = joined(vErrors, validate111.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/dependencies", "type");
errors++;
}
}
if(data.stepEnvironments !== undefined){
let data6 = data.stepEnvironments;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
if(!(validate89(data6[i2], {instancePath:instancePath+"/stepEnvironments/" + i2}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/stepEnvironments", "type");
errors++;
}
}
if(data.hostRequirements !== undefined){
if(!(validate114(data.hostRequirements, {instancePath:instancePath+"/hostRequirements"}))){
vErrors = joined(vErrors, validate114.errors);
errors = vErrors.length;
}
}
if(data.parameterSpace !== undefined){
if(!(validate120(data.parameterSpace, {instancePath:instancePath+"/parameterSpace"}))){
vErrors = joined(vErrors, validate120.errors);
errors = vErrors.length;
}
}
if(data.script !== undefined){
if(!(validate136(data.script, {instancePath:instancePath+"/script"}))){
vErrors = joined(vErrors, validate136.errors);
errors = vErrors.length;
}
}
if(data.bash !== undefined){
if(!(validate142(data.bash, {instancePath:instancePath+"/bash"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.cmd !== undefined){
if(!(validate142(data.cmd, {instancePath:instancePath+"/cmd"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.node !== undefined){
if(!(validate142(data.node, {instancePath:instancePath+"/node"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.powershell !== undefined){
if(!(validate142(data.powershell, {instancePath:instancePath+"/powershell"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.python !== undefined){
if(!(validate142(data.python, {instancePath:instancePath+"/python"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["specificationVersion","name","steps"], ["$schema","extensions","description","parameterDefinitions","jobEnvironments"]);
errors = total(vErrors);
if(data.specificationVersion !== undefined){
let data0 = data.specificationVersion;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/specificationVersion", "type");
errors++;
}
if(!(data0 === "jobtemplate-2023-09")){
vErrors = fault(vErrors, instancePath+"/specificationVersion", "enum");
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
vErrors = fault(vErrors, instancePath+"/$schema", "type");
errors++;
}
}
if(data.extensions !== undefined){
let data2 = data.extensions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/extensions/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/extensions", "type");
errors++;
}
}
vErrors = texts(vErrors, data, instancePath, ["name","description"]);
errors = total(vErrors);
if(data.parameterDefinitions !== undefined){
let data6 = data.parameterDefinitions;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data6[i1], {instancePath:instancePath+"/parameterDefinitions/" + i1}))){
vErrors = joined(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/parameterDefinitions", "type");
errors++;
}
}
if(data.jobEnvironments !== undefined){
let data8 = data.jobEnvironments;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(!(validate89(data8[i2], {instancePath:instancePath+"/jobEnvironments/" + i2}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/jobEnvironments", "type");
errors++;
}
}
if(data.steps !== undefined){
let data10 = data.steps;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
if(!(validate110(data10[i3], {instancePath:instancePath+"/steps/" + i3}))){
vErrors = joined(vErrors, validate110.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/steps", "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(!(validate23(data, {instancePath}))){
vErrors = joined(vErrors, validate23.errors);
errors = vErrors.length;
}
validate21.errors = vErrors;
return errors === 0;
}

export const environmentTemplateStructure: StructureValidator = validate151;

function validate152(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
vErrors = keys(vErrors, data, instancePath, ["specificationVersion","environment"], ["extensions","parameterDefinitions"]);
errors = total(vErrors);
if(data.specificationVersion !== undefined){
let data0 = data.specificationVersion;
if(typeof data0 !== "string"){
vErrors = fault(vErrors, instancePath+"/specificationVersion", "type");
errors++;
}
if(!(data0 === "environment-2023-09")){
vErrors = fault(vErrors, instancePath+"/specificationVersion", "enum");
errors++;
}
}
if(data.extensions !== undefined){
let data1 = data.extensions;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = fault(vErrors, instancePath+"/extensions/" + i0, "type");
errors++;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/extensions", "type");
errors++;
}
}
if(data.parameterDefinitions !== undefined){
let data3 = data.parameterDefinitions;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/parameterDefinitions/" + i1}))){
vErrors = joined(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/parameterDefinitions", "type");
errors++;
}
}
if(data.environment !== undefined){
if(!(validate89(data.environment, {instancePath:instancePath+"/environment"}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(!(validate152(data, {instancePath}))){
vErrors = joined(vErrors, validate152.errors);
errors = vErrors.length;
}
validate151.errors = vErrors;
return errors === 0;
}
